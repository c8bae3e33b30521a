using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ConferenceRecords.Data.Records.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "records");

            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.EnsureSchema(
                name: "jobs");

            migrationBuilder.EnsureSchema(
                name: "audit");

            migrationBuilder.EnsureSchema(
                name: "search");

            migrationBuilder.CreateTable(
                name: "agencies",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    is_class = table.Column<bool>(type: "boolean", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                    table.CheckConstraint("ck_agencies_class", "NOT is_class OR class_id IS NULL");
                    table.CheckConstraint("ck_agencies_name_nfc", "name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_agencies_short_name_nfc", "short_name IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_agencies_agencies_class_id",
                        column: x => x.class_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_categories",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_categories", x => x.id);
                    table.CheckConstraint("ck_agenda_categories_name_nfc", "name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_agenda_categories_short_name_nfc", "short_name IS NFC NORMALIZED");
                });

            migrationBuilder.CreateTable(
                name: "committees",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    province = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    issuer_name = table.Column<string>(type: "text", nullable: true),
                    issuer_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committees", x => x.id);
                    table.CheckConstraint("ck_committees_issuer_code_nfc", "issuer_code IS NFC NORMALIZED");
                    table.CheckConstraint("ck_committees_issuer_name_nfc", "issuer_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_committees_name_nfc", "name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_committees_province_nfc", "province IS NFC NORMALIZED");
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegates",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<string>(type: "text", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    is_member = table.Column<bool>(type: "boolean", nullable: false),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegates", x => x.id);
                    table.CheckConstraint("ck_delegates_full_name_nfc", "full_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_delegates_position_nfc", "position IS NFC NORMALIZED");
                    table.CheckConstraint("ck_delegates_unit_nfc", "unit IS NFC NORMALIZED");
                });

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    action = table.Column<string>(type: "text", nullable: false),
                    object_type = table.Column<string>(type: "text", nullable: false),
                    object_id = table.Column<string>(type: "text", nullable: false),
                    fields = table.Column<List<string>>(type: "text[]", nullable: false),
                    hash_before = table.Column<byte[]>(type: "bytea", nullable: true),
                    hash_after = table.Column<byte[]>(type: "bytea", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => x.id);
                    table.CheckConstraint("ck_entries_action_nfc", "action IS NFC NORMALIZED");
                    table.CheckConstraint("ck_entries_object_id_nfc", "object_id IS NFC NORMALIZED");
                    table.CheckConstraint("ck_entries_object_type_nfc", "object_type IS NFC NORMALIZED");
                    table.CheckConstraint("ck_entries_reason_nfc", "reason IS NFC NORMALIZED");
                });

            migrationBuilder.CreateTable(
                name: "entries",
                schema: "search",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    terms = table.Column<long[]>(type: "bigint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries1", x => new { x.kind, x.record_id });
                });

            migrationBuilder.CreateTable(
                name: "files",
                schema: "records",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.sha256);
                    table.CheckConstraint("ck_files_sha256", "sha256 = encode(sha256(content), 'hex')");
                    table.CheckConstraint("ck_files_sha256_nfc", "sha256 IS NFC NORMALIZED");
                });

            migrationBuilder.CreateTable(
                name: "matters",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matters", x => x.id);
                    table.CheckConstraint("ck_matters_title_nfc", "title IS NFC NORMALIZED");
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "jobs",
                columns: table => new
                {
                    scope = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series", x => x.scope);
                    table.CheckConstraint("ck_number_series_scope_nfc", "scope IS NFC NORMALIZED");
                });

            migrationBuilder.CreateTable(
                name: "users",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wants_mail = table.Column<bool>(type: "boolean", nullable: false),
                    is_demonstration = table.Column<bool>(type: "boolean", nullable: false),
                    is_disabled = table.Column<bool>(type: "boolean", nullable: false),
                    last_sign_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                    table.CheckConstraint("ck_users_concurrency_stamp_nfc", "concurrency_stamp IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_display_name_nfc", "display_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_email_nfc", "email IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_normalized_email_nfc", "normalized_email IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_normalized_user_name_nfc", "normalized_user_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_password_hash_nfc", "password_hash IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_phone_number_nfc", "phone_number IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_security_stamp_nfc", "security_stamp IS NFC NORMALIZED");
                    table.CheckConstraint("ck_users_user_name_nfc", "user_name IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_users_agencies_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bodies",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bodies", x => x.id);
                    table.CheckConstraint("ck_bodies_name_nfc", "name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_bodies_slug_nfc", "slug IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_bodies_committees_committee_id",
                        column: x => x.committee_id,
                        principalSchema: "records",
                        principalTable: "committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    start_year = table.Column<int>(type: "integer", nullable: false),
                    end_year = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terms", x => x.id);
                    table.CheckConstraint("ck_terms_label_nfc", "label IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_terms_committees_committee_id",
                        column: x => x.committee_id,
                        principalSchema: "records",
                        principalTable: "committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                schema: "jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    deadline = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    days_left = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                    table.CheckConstraint("ck_mails_problem_nfc", "problem IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_mails_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                schema: "identity",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                schema: "identity",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<string>(type: "text", nullable: true),
                    unit = table.Column<string>(type: "text", nullable: true),
                    body_id = table.Column<Guid>(type: "uuid", nullable: true),
                    term_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_posts", x => x.id);
                    table.CheckConstraint("ck_posts_membership", "(body_id IS NULL) = (term_id IS NULL)");
                    table.CheckConstraint("ck_posts_position_nfc", "position IS NFC NORMALIZED");
                    table.CheckConstraint("ck_posts_unit_nfc", "unit IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_posts_bodies_body_id",
                        column: x => x.body_id,
                        principalSchema: "records",
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_posts_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_posts_terms_term_id",
                        column: x => x.term_id,
                        principalSchema: "records",
                        principalTable: "terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: true),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    time_note = table.Column<string>(type: "text", nullable: true),
                    chair = table.Column<string>(type: "text", nullable: true),
                    stated_item_count = table.Column<int>(type: "integer", nullable: true),
                    stated_opinion_count = table.Column<int>(type: "integer", nullable: true),
                    stated_opinion_qualifier = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.CheckConstraint("ck_sessions_chair_nfc", "chair IS NFC NORMALIZED");
                    table.CheckConstraint("ck_sessions_slug_nfc", "slug IS NFC NORMALIZED");
                    table.CheckConstraint("ck_sessions_stated_opinion_qualifier_nfc", "stated_opinion_qualifier IS NFC NORMALIZED");
                    table.CheckConstraint("ck_sessions_time_note_nfc", "time_note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_sessions_title_nfc", "title IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_sessions_bodies_body_id",
                        column: x => x.body_id,
                        principalSchema: "records",
                        principalTable: "bodies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_terms_term_id",
                        column: x => x.term_id,
                        principalSchema: "records",
                        principalTable: "terms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_items",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    source_note = table.Column<string>(type: "text", nullable: true),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    is_internal = table.Column<bool>(type: "boolean", nullable: false),
                    is_included_in_publication = table.Column<bool>(type: "boolean", nullable: false),
                    written_number = table.Column<string>(type: "text", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    continues_id = table.Column<Guid>(type: "uuid", nullable: true),
                    postponed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    discarded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_items", x => x.id);
                    table.CheckConstraint("ck_agenda_items_internal_is_unpublished", "NOT (is_internal AND is_included_in_publication)");
                    table.CheckConstraint("ck_agenda_items_note_nfc", "note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_agenda_items_off_the_agenda", "withdrawn_at IS NOT NULL OR (postponed_at IS NULL AND discarded_at IS NULL)");
                    table.CheckConstraint("ck_agenda_items_source_note_nfc", "source_note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_agenda_items_title_nfc", "title IS NFC NORMALIZED");
                    table.CheckConstraint("ck_agenda_items_written_number_nfc", "written_number IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_agenda_items_agencies_lead_agency_id",
                        column: x => x.lead_agency_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_items_agenda_categories_category_id",
                        column: x => x.category_id,
                        principalSchema: "records",
                        principalTable: "agenda_categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_items_agenda_items_continues_id",
                        column: x => x.continues_id,
                        principalSchema: "records",
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_items_matters_matter_id",
                        column: x => x.matter_id,
                        principalSchema: "records",
                        principalTable: "matters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_items_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_looks",
                schema: "records",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_ordinal = table.Column<int>(type: "integer", nullable: false),
                    before_ordinal = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_looks", x => new { x.session_id, x.delegate_id });
                    table.ForeignKey(
                        name: "fk_agenda_looks_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_looks_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_versions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_agenda_versions_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conclusions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    symbol = table.Column<string>(type: "text", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signer = table.Column<string>(type: "text", nullable: true),
                    signer_name = table.Column<string>(type: "text", nullable: true),
                    signed_for = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    recipients = table.Column<string>(type: "text", nullable: true),
                    source_note = table.Column<string>(type: "text", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "text", nullable: true),
                    edition_count = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_through = table.Column<int>(type: "integer", nullable: false),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    emergency_reason = table.Column<string>(type: "text", nullable: true),
                    reviewed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conclusions", x => x.id);
                    table.CheckConstraint("ck_conclusions_approved_by_somebody", "(state IN ('Approved', 'Withdrawn')) = (approved_by_id IS NOT NULL)");
                    table.CheckConstraint("ck_conclusions_body_nfc", "body IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_emergency_reason_nfc", "emergency_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_has_author", "cardinality(author_ids) > 0");
                    table.CheckConstraint("ck_conclusions_place_nfc", "place IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_recipients_nfc", "recipients IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_return_reason_nfc", "return_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_reviewed_by_another", "reviewed_by_id IS NULL OR state <> 'Approved' OR (reviewed_by_id <> ALL (author_ids) AND reviewed_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_conclusions_signed_for_nfc", "signed_for IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_signer_name_nfc", "signer_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_signer_nfc", "signer IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_source_note_nfc", "source_note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_symbol_nfc", "symbol IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_title_nfc", "title IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_two_persons", "approved_by_id IS NULL OR emergency_reason IS NOT NULL OR (approved_by_id <> ALL (author_ids) AND approved_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_conclusions_withdrawal_reason_nfc", "withdrawal_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_conclusions_withdrawn", "withdrawn_through BETWEEN 0 AND edition_count AND (withdrawn_through = 0) = (withdrawal_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_conclusions_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "counting_rules",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    unit = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counting_rules", x => x.id);
                    table.ForeignKey(
                        name: "fk_counting_rules_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discussion_groups",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    leader_id = table.Column<Guid>(type: "uuid", nullable: true),
                    secretary_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_discussion_groups", x => x.id);
                    table.CheckConstraint("ck_discussion_groups_name_nfc", "name IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_discussion_groups_delegates_leader_id",
                        column: x => x.leader_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussion_groups_delegates_secretary_id",
                        column: x => x.secretary_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_discussion_groups_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_reports",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    introduction = table.Column<string>(type: "text", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "text", nullable: true),
                    edition_count = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_through = table.Column<int>(type: "integer", nullable: false),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    emergency_reason = table.Column<string>(type: "text", nullable: true),
                    reviewed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_reports", x => x.id);
                    table.CheckConstraint("ck_follow_up_reports_approved_by_somebody", "(state IN ('Approved', 'Withdrawn')) = (approved_by_id IS NOT NULL)");
                    table.CheckConstraint("ck_follow_up_reports_emergency_reason_nfc", "emergency_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_follow_up_reports_has_author", "cardinality(author_ids) > 0");
                    table.CheckConstraint("ck_follow_up_reports_introduction_nfc", "introduction IS NFC NORMALIZED");
                    table.CheckConstraint("ck_follow_up_reports_return_reason_nfc", "return_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_follow_up_reports_reviewed_by_another", "reviewed_by_id IS NULL OR state <> 'Approved' OR (reviewed_by_id <> ALL (author_ids) AND reviewed_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_follow_up_reports_two_persons", "approved_by_id IS NULL OR emergency_reason IS NOT NULL OR (approved_by_id <> ALL (author_ids) AND approved_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_follow_up_reports_withdrawal_reason_nfc", "withdrawal_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_follow_up_reports_withdrawn", "withdrawn_through BETWEEN 0 AND edition_count AND (withdrawn_through = 0) = (withdrawal_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_follow_up_reports_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    form = table.Column<string>(type: "jsonb", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true),
                    problem_place = table.Column<string>(type: "text", nullable: true),
                    rows = table.Column<string>(type: "jsonb", nullable: true),
                    file = table.Column<byte[]>(type: "bytea", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                    table.CheckConstraint("ck_imports_kind_nfc", "kind IS NFC NORMALIZED");
                    table.CheckConstraint("ck_imports_problem_nfc", "problem IS NFC NORMALIZED");
                    table.CheckConstraint("ck_imports_problem_place_nfc", "problem_place IS NFC NORMALIZED");
                    table.CheckConstraint("ck_imports_rows_are_dropped", "(rows IS NULL AND file IS NULL) OR state IN ('Reading', 'Ready')");
                    table.ForeignKey(
                        name: "fk_imports_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicators",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false),
                    qualifier = table.Column<string>(type: "text", nullable: true),
                    direction = table.Column<string>(type: "text", nullable: true),
                    @base = table.Column<string>(name: "base", type: "text", nullable: true),
                    period = table.Column<string>(type: "text", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicators", x => x.id);
                    table.CheckConstraint("ck_indicators_base_nfc", "base IS NFC NORMALIZED");
                    table.CheckConstraint("ck_indicators_direction_nfc", "direction IS NFC NORMALIZED");
                    table.CheckConstraint("ck_indicators_name_nfc", "name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_indicators_period_nfc", "period IS NFC NORMALIZED");
                    table.CheckConstraint("ck_indicators_qualifier_nfc", "qualifier IS NFC NORMALIZED");
                    table.CheckConstraint("ck_indicators_unit_nfc", "unit IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_indicators_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinion_summaries",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    introduction = table.Column<string>(type: "text", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "text", nullable: true),
                    edition_count = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_through = table.Column<int>(type: "integer", nullable: false),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    emergency_reason = table.Column<string>(type: "text", nullable: true),
                    reviewed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_summaries", x => x.id);
                    table.CheckConstraint("ck_opinion_summaries_approved_by_somebody", "(state IN ('Approved', 'Withdrawn')) = (approved_by_id IS NOT NULL)");
                    table.CheckConstraint("ck_opinion_summaries_emergency_reason_nfc", "emergency_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_opinion_summaries_has_author", "cardinality(author_ids) > 0");
                    table.CheckConstraint("ck_opinion_summaries_introduction_nfc", "introduction IS NFC NORMALIZED");
                    table.CheckConstraint("ck_opinion_summaries_return_reason_nfc", "return_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_opinion_summaries_reviewed_by_another", "reviewed_by_id IS NULL OR state <> 'Approved' OR (reviewed_by_id <> ALL (author_ids) AND reviewed_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_opinion_summaries_two_persons", "approved_by_id IS NULL OR emergency_reason IS NOT NULL OR (approved_by_id <> ALL (author_ids) AND approved_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_opinion_summaries_withdrawal_reason_nfc", "withdrawal_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_opinion_summaries_withdrawn", "withdrawn_through BETWEEN 0 AND edition_count AND (withdrawn_through = 0) = (withdrawal_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_opinion_summaries_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "jobs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawal = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bundle = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                    table.CheckConstraint("ck_outbox_sha256", "sha256 = sha256(bundle)");
                    table.ForeignKey(
                        name: "fk_outbox_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "papers_releases",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    numbered_draft_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    author_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "text", nullable: true),
                    edition_count = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_through = table.Column<int>(type: "integer", nullable: false),
                    withdrawal_reason = table.Column<string>(type: "text", nullable: true),
                    emergency_reason = table.Column<string>(type: "text", nullable: true),
                    reviewed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers_releases", x => x.id);
                    table.CheckConstraint("ck_papers_releases_approved_by_somebody", "(state IN ('Approved', 'Withdrawn')) = (approved_by_id IS NOT NULL)");
                    table.CheckConstraint("ck_papers_releases_emergency_reason_nfc", "emergency_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_papers_releases_has_author", "cardinality(author_ids) > 0");
                    table.CheckConstraint("ck_papers_releases_return_reason_nfc", "return_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_papers_releases_reviewed_by_another", "reviewed_by_id IS NULL OR state <> 'Approved' OR (reviewed_by_id <> ALL (author_ids) AND reviewed_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_papers_releases_two_persons", "approved_by_id IS NULL OR emergency_reason IS NOT NULL OR (approved_by_id <> ALL (author_ids) AND approved_by_id IS DISTINCT FROM submitted_by_id)");
                    table.CheckConstraint("ck_papers_releases_withdrawal_reason_nfc", "withdrawal_reason IS NFC NORMALIZED");
                    table.CheckConstraint("ck_papers_releases_withdrawn", "withdrawn_through BETWEEN 0 AND edition_count AND (withdrawn_through = 0) = (withdrawal_reason IS NULL)");
                    table.ForeignKey(
                        name: "fk_papers_releases_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "response_ledgers",
                schema: "records",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    completed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    completed_count = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_response_ledgers", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_response_ledgers_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sittings",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    part = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sittings", x => x.id);
                    table.CheckConstraint("ck_sittings_place_nfc", "place IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_sittings_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stated_counts",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stated_counts", x => x.id);
                    table.ForeignKey(
                        name: "fk_stated_counts_agenda_categories_category_id",
                        column: x => x.category_id,
                        principalSchema: "records",
                        principalTable: "agenda_categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_stated_counts_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    is_internal = table.Column<bool>(type: "boolean", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opinions_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                    table.CheckConstraint("ck_drafts_title_nfc", "title IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_drafts_agenda_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "records",
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_version_items",
                schema: "records",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_agency_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_version_items", x => new { x.version_id, x.item_id });
                    table.CheckConstraint("ck_agenda_version_items_title_nfc", "title IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_agenda_version_items_agenda_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "records",
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_version_items_agenda_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "records",
                        principalTable: "agenda_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directives",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    conclusion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    addressee = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    deadline_note = table.Column<string>(type: "text", nullable: true),
                    paragraph_number = table.Column<int>(type: "integer", nullable: true),
                    sentence_number = table.Column<int>(type: "integer", nullable: true),
                    quote = table.Column<string>(type: "text", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    lead_agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cooperating_agency_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_directives", x => x.id);
                    table.CheckConstraint("ck_directives_addressee_nfc", "addressee IS NFC NORMALIZED");
                    table.CheckConstraint("ck_directives_deadline_note_nfc", "deadline_note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_directives_quote_nfc", "quote IS NFC NORMALIZED");
                    table.CheckConstraint("ck_directives_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_directives_agencies_lead_agency_id",
                        column: x => x.lead_agency_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_directives_conclusions_conclusion_id",
                        column: x => x.conclusion_id,
                        principalSchema: "records",
                        principalTable: "conclusions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_discussion_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "records",
                        principalTable: "discussion_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "edition_pdfs",
                schema: "jobs",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edition_pdfs", x => x.edition_id);
                    table.CheckConstraint("ck_edition_pdfs_problem_nfc", "problem IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_edition_pdfs_outbox_edition_id",
                        column: x => x.edition_id,
                        principalSchema: "jobs",
                        principalTable: "outbox",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendances",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sitting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    arrived_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendances", x => x.id);
                    table.CheckConstraint("ck_attendances_late_has_time", "(state = 'Late') = (arrived_at IS NOT NULL) OR state IS NULL");
                    table.CheckConstraint("ck_attendances_reason_nfc", "reason IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_attendances_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendances_sittings_sitting_id",
                        column: x => x.sitting_id,
                        principalSchema: "records",
                        principalTable: "sittings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agenda_version_papers",
                schema: "records",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    draft_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_version_papers", x => new { x.version_id, x.item_id, x.draft_id });
                    table.CheckConstraint("ck_agenda_version_papers_title_nfc", "title IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_agenda_version_papers_agenda_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "records",
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_version_papers_agenda_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "records",
                        principalTable: "agenda_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agenda_version_papers_drafts_draft_id",
                        column: x => x.draft_id,
                        principalSchema: "records",
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "carried_papers",
                schema: "records",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_carried_papers", x => new { x.item_id, x.draft_id });
                    table.ForeignKey(
                        name: "fk_carried_papers_agenda_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "records",
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_carried_papers_drafts_draft_id",
                        column: x => x.draft_id,
                        principalSchema: "records",
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_versions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    draft_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    file_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    file_name = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    file_kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    file_tracked = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    file_left_out = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_versions", x => x.id);
                    table.CheckConstraint("ck_draft_versions_file_left_out_nfc", "file_left_out IS NFC NORMALIZED");
                    table.CheckConstraint("ck_draft_versions_file_name_nfc", "file_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_draft_versions_file_sha256_nfc", "file_sha256 IS NFC NORMALIZED");
                    table.CheckConstraint("ck_draft_versions_note_nfc", "note IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_draft_versions_drafts_draft_id",
                        column: x => x.draft_id,
                        principalSchema: "records",
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_draft_versions_files_file_sha256",
                        column: x => x.file_sha256,
                        principalSchema: "records",
                        principalTable: "files",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    lead_agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cooperating_agency_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    product = table.Column<string>(type: "text", nullable: true),
                    deadline_note = table.Column<string>(type: "text", nullable: true),
                    first_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tasks", x => x.id);
                    table.CheckConstraint("ck_tasks_deadline_note_nfc", "deadline_note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_tasks_first_deadline", "(first_due_on IS NULL) = (due_on IS NULL)");
                    table.CheckConstraint("ck_tasks_product_nfc", "product IS NFC NORMALIZED");
                    table.CheckConstraint("ck_tasks_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_tasks_agencies_lead_agency_id",
                        column: x => x.lead_agency_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_directives_directive_id",
                        column: x => x.directive_id,
                        principalSchema: "records",
                        principalTable: "directives",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tasks_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paragraphs",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    marker = table.Column<string>(type: "text", nullable: true),
                    level = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<string>(type: "text", nullable: true),
                    table = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paragraphs", x => x.id);
                    table.CheckConstraint("ck_paragraphs_marker_nfc", "marker IS NFC NORMALIZED");
                    table.CheckConstraint("ck_paragraphs_marks_nfc", "marks IS NFC NORMALIZED");
                    table.CheckConstraint("ck_paragraphs_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_paragraphs_draft_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "records",
                        principalTable: "draft_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "readings",
                schema: "records",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => new { x.version_id, x.delegate_id });
                    table.ForeignKey(
                        name: "fk_readings_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_readings_draft_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "records",
                        principalTable: "draft_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_extensions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_extensions", x => x.id);
                    table.CheckConstraint("ck_task_extensions_reason_nfc", "reason IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_task_extensions_tasks_task_id",
                        column: x => x.task_id,
                        principalSchema: "records",
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_reports",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    evidence_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    evidence_name = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_note = table.Column<string>(type: "text", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_reports", x => x.id);
                    table.CheckConstraint("ck_task_reports_decided", "(confirmed_at IS NULL OR returned_at IS NULL) AND (returned_at IS NULL) = (return_note IS NULL)");
                    table.CheckConstraint("ck_task_reports_evidence_name_nfc", "evidence_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_task_reports_evidence_sha256_nfc", "evidence_sha256 IS NFC NORMALIZED");
                    table.CheckConstraint("ck_task_reports_return_note_nfc", "return_note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_task_reports_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_task_report_files_evidence_sha256",
                        column: x => x.evidence_sha256,
                        principalSchema: "records",
                        principalTable: "files",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_reports_agencies_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_task_reports_tasks_task_id",
                        column: x => x.task_id,
                        principalSchema: "records",
                        principalTable: "tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "change_reasons",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paragraph_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_reasons", x => x.id);
                    table.CheckConstraint("ck_change_reasons_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_change_reasons_draft_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "records",
                        principalTable: "draft_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_change_reasons_paragraphs_paragraph_id",
                        column: x => x.paragraph_id,
                        principalSchema: "records",
                        principalTable: "paragraphs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "text", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    speaker_name = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    draft_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    paragraph_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    spoken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinions", x => x.id);
                    table.CheckConstraint("ck_opinions_not_merged_into_itself", "merged_into_id <> id");
                    table.CheckConstraint("ck_opinions_number_nfc", "number IS NFC NORMALIZED");
                    table.CheckConstraint("ck_opinions_speaker", "delegate_id IS NOT NULL OR speaker_name IS NOT NULL");
                    table.CheckConstraint("ck_opinions_speaker_name_nfc", "speaker_name IS NFC NORMALIZED");
                    table.CheckConstraint("ck_opinions_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_opinions_agenda_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "records",
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinions_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinions_discussion_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "records",
                        principalTable: "discussion_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinions_draft_versions_draft_version_id",
                        column: x => x.draft_version_id,
                        principalSchema: "records",
                        principalTable: "draft_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinions_opinions_merged_into_id",
                        column: x => x.merged_into_id,
                        principalSchema: "records",
                        principalTable: "opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinions_paragraphs_paragraph_id",
                        column: x => x.paragraph_id,
                        principalSchema: "records",
                        principalTable: "paragraphs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_opinions_sessions_session_id",
                        column: x => x.session_id,
                        principalSchema: "records",
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "draft_notes",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delegate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paragraph_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_draft_notes", x => x.id);
                    table.CheckConstraint("ck_draft_notes_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_draft_notes_delegates_delegate_id",
                        column: x => x.delegate_id,
                        principalSchema: "records",
                        principalTable: "delegates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_draft_notes_draft_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "records",
                        principalTable: "draft_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_draft_notes_opinions_opinion_id",
                        column: x => x.opinion_id,
                        principalSchema: "records",
                        principalTable: "opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_draft_notes_paragraphs_paragraph_id",
                        column: x => x.paragraph_id,
                        principalSchema: "records",
                        principalTable: "paragraphs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opinion_revisions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    channel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    changed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opinion_revisions", x => x.id);
                    table.CheckConstraint("ck_opinion_revisions_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_opinion_revisions_opinions_opinion_id",
                        column: x => x.opinion_id,
                        principalSchema: "records",
                        principalTable: "opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "records",
                columns: table => new
                {
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paragraph_id = table.Column<Guid>(type: "uuid", nullable: true),
                    placed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => new { x.opinion_id, x.version_id });
                    table.ForeignKey(
                        name: "fk_placements_draft_versions_version_id",
                        column: x => x.version_id,
                        principalSchema: "records",
                        principalTable: "draft_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_opinions_opinion_id",
                        column: x => x.opinion_id,
                        principalSchema: "records",
                        principalTable: "opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_paragraphs_paragraph_id",
                        column: x => x.paragraph_id,
                        principalSchema: "records",
                        principalTable: "paragraphs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responses",
                schema: "records",
                columns: table => new
                {
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_note = table.Column<string>(type: "text", nullable: true),
                    disposition = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    text = table.Column<string>(type: "text", nullable: true),
                    handed_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_version_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_paragraph_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responses", x => x.opinion_id);
                    table.CheckConstraint("ck_responses_answered", "(disposition IS NULL) = (answered_at IS NULL)");
                    table.CheckConstraint("ck_responses_change", "changed_paragraph_id IS NULL OR changed_version_id IS NOT NULL");
                    table.CheckConstraint("ck_responses_confirmed", "(confirmed_at IS NULL OR disposition IS NOT NULL) AND (confirmed_at IS NULL) = (confirmed_by_id IS NULL)");
                    table.CheckConstraint("ck_responses_handed_over", "(disposition IS NOT DISTINCT FROM 'HandedOver') = (handed_to_id IS NOT NULL)");
                    table.CheckConstraint("ck_responses_reason", "disposition IS NULL OR disposition = 'Accepted' OR text IS NOT NULL");
                    table.CheckConstraint("ck_responses_return_note_nfc", "return_note IS NFC NORMALIZED");
                    table.CheckConstraint("ck_responses_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_responses_agencies_agency_id",
                        column: x => x.agency_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_responses_agencies_handed_to_id",
                        column: x => x.handed_to_id,
                        principalSchema: "records",
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_responses_draft_versions_changed_version_id",
                        column: x => x.changed_version_id,
                        principalSchema: "records",
                        principalTable: "draft_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_responses_opinions_opinion_id",
                        column: x => x.opinion_id,
                        principalSchema: "records",
                        principalTable: "opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_responses_paragraphs_changed_paragraph_id",
                        column: x => x.changed_paragraph_id,
                        principalSchema: "records",
                        principalTable: "paragraphs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "summary_lines",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    summary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    disposition = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    proposals = table.Column<int>(type: "integer", nullable: false),
                    is_worded = table.Column<bool>(type: "boolean", nullable: false),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    speakers = table.Column<string>(type: "text", nullable: true),
                    allowed_by = table.Column<string>(type: "text", nullable: true),
                    allowed_recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    allowed_recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_summary_lines", x => x.id);
                    table.CheckConstraint("ck_summary_lines_allowed_by_nfc", "allowed_by IS NFC NORMALIZED");
                    table.CheckConstraint("ck_summary_lines_answer_nfc", "answer IS NFC NORMALIZED");
                    table.CheckConstraint("ck_summary_lines_names_allowed", "num_nonnulls(speakers, allowed_by, allowed_recorded_by_id, allowed_recorded_at) IN (0, 4) AND (allowed_by IS NULL OR btrim(allowed_by) LIKE '% %')");
                    table.CheckConstraint("ck_summary_lines_speakers_nfc", "speakers IS NFC NORMALIZED");
                    table.CheckConstraint("ck_summary_lines_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_summary_lines_agenda_items_item_id",
                        column: x => x.item_id,
                        principalSchema: "records",
                        principalTable: "agenda_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_summary_lines_opinion_summaries_summary_id",
                        column: x => x.summary_id,
                        principalSchema: "records",
                        principalTable: "opinion_summaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_summary_lines_opinions_opinion_id",
                        column: x => x.opinion_id,
                        principalSchema: "records",
                        principalTable: "opinions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_summary_lines_users_allowed_recorded_by_id",
                        column: x => x.allowed_recorded_by_id,
                        principalSchema: "identity",
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "response_revisions",
                schema: "records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    opinion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    disposition = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    handed_to_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_response_revisions", x => x.id);
                    table.CheckConstraint("ck_response_revisions_text_nfc", "text IS NFC NORMALIZED");
                    table.ForeignKey(
                        name: "fk_response_revisions_responses_opinion_id",
                        column: x => x.opinion_id,
                        principalSchema: "records",
                        principalTable: "responses",
                        principalColumn: "opinion_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agencies_class_id",
                schema: "records",
                table: "agencies",
                column: "class_id");

            migrationBuilder.CreateIndex(
                name: "ix_agencies_name",
                schema: "records",
                table: "agencies",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_category_id",
                schema: "records",
                table: "agenda_items",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_continues_id",
                schema: "records",
                table: "agenda_items",
                column: "continues_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_import_id",
                schema: "records",
                table: "agenda_items",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_lead_agency_id",
                schema: "records",
                table: "agenda_items",
                column: "lead_agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_matter_id",
                schema: "records",
                table: "agenda_items",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_session_id_code",
                schema: "records",
                table: "agenda_items",
                columns: new[] { "session_id", "code" },
                unique: true,
                filter: "discarded_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_looks_delegate_id",
                schema: "records",
                table: "agenda_looks",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_version_items_item_id",
                schema: "records",
                table: "agenda_version_items",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_version_papers_draft_id",
                schema: "records",
                table: "agenda_version_papers",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_version_papers_item_id",
                schema: "records",
                table: "agenda_version_papers",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_versions_session_id_ordinal",
                schema: "records",
                table: "agenda_versions",
                columns: new[] { "session_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attendances_delegate_id",
                schema: "records",
                table: "attendances",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendances_sitting_id_delegate_id",
                schema: "records",
                table: "attendances",
                columns: new[] { "sitting_id", "delegate_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bodies_committee_id",
                schema: "records",
                table: "bodies",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_carried_papers_draft_id",
                schema: "records",
                table: "carried_papers",
                column: "draft_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_reasons_paragraph_id",
                schema: "records",
                table: "change_reasons",
                column: "paragraph_id");

            migrationBuilder.CreateIndex(
                name: "ix_change_reasons_version_id_paragraph_id",
                schema: "records",
                table: "change_reasons",
                columns: new[] { "version_id", "paragraph_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conclusions_session_id",
                schema: "records",
                table: "conclusions",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_counting_rules_session_id_channel",
                schema: "records",
                table: "counting_rules",
                columns: new[] { "session_id", "channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delegates_import_id",
                schema: "records",
                table: "delegates",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegates_user_id",
                schema: "records",
                table: "delegates",
                column: "user_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_directives_conclusion_id_number",
                schema: "records",
                table: "directives",
                columns: new[] { "conclusion_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_directives_lead_agency_id",
                schema: "records",
                table: "directives",
                column: "lead_agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussion_groups_leader_id",
                schema: "records",
                table: "discussion_groups",
                column: "leader_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussion_groups_secretary_id",
                schema: "records",
                table: "discussion_groups",
                column: "secretary_id");

            migrationBuilder.CreateIndex(
                name: "ix_discussion_groups_session_id",
                schema: "records",
                table: "discussion_groups",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_notes_delegate_id_version_id",
                schema: "records",
                table: "draft_notes",
                columns: new[] { "delegate_id", "version_id" });

            migrationBuilder.CreateIndex(
                name: "ix_draft_notes_opinion_id",
                schema: "records",
                table: "draft_notes",
                column: "opinion_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_notes_paragraph_id",
                schema: "records",
                table: "draft_notes",
                column: "paragraph_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_notes_version_id",
                schema: "records",
                table: "draft_notes",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_draft_versions_draft_id_ordinal",
                schema: "records",
                table: "draft_versions",
                columns: new[] { "draft_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_draft_versions_file_sha256",
                schema: "records",
                table: "draft_versions",
                column: "file_sha256");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_item_id",
                schema: "records",
                table: "drafts",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_entries_at",
                schema: "audit",
                table: "entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_entries_terms",
                schema: "search",
                table: "entries",
                column: "terms")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_follow_up_reports_session_id",
                schema: "records",
                table: "follow_up_reports",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imports_session_id",
                schema: "jobs",
                table: "imports",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_indicators_session_id",
                schema: "records",
                table: "indicators",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_delegate_id",
                schema: "records",
                table: "invitations",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_group_id",
                schema: "records",
                table: "invitations",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_session_id_delegate_id",
                schema: "records",
                table: "invitations",
                columns: new[] { "session_id", "delegate_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mails_kind_user_id_subject_id_deadline_days_left",
                schema: "jobs",
                table: "mails",
                columns: new[] { "kind", "user_id", "subject_id", "deadline", "days_left" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_mails_not_before",
                schema: "jobs",
                table: "mails",
                column: "not_before",
                filter: "sent_at IS NULL AND given_up_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mails_user_id",
                schema: "jobs",
                table: "mails",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinion_revisions_opinion_id_ordinal",
                schema: "records",
                table: "opinion_revisions",
                columns: new[] { "opinion_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_opinion_summaries_session_id",
                schema: "records",
                table: "opinion_summaries",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opinions_delegate_id",
                schema: "records",
                table: "opinions",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinions_draft_version_id",
                schema: "records",
                table: "opinions",
                column: "draft_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinions_group_id",
                schema: "records",
                table: "opinions",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinions_item_id",
                schema: "records",
                table: "opinions",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinions_merged_into_id",
                schema: "records",
                table: "opinions",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinions_paragraph_id",
                schema: "records",
                table: "opinions",
                column: "paragraph_id");

            migrationBuilder.CreateIndex(
                name: "ix_opinions_session_id_number",
                schema: "records",
                table: "opinions",
                columns: new[] { "session_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_opinions_session_id_recorded_at_id",
                schema: "records",
                table: "opinions",
                columns: new[] { "session_id", "recorded_at", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "withdrawn_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_publish_at",
                schema: "jobs",
                table: "outbox",
                column: "publish_at",
                filter: "delivered_at IS NULL AND cancelled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_session_id_kind_edition_is_withdrawal",
                schema: "jobs",
                table: "outbox",
                columns: new[] { "session_id", "kind", "edition", "is_withdrawal" },
                unique: true,
                filter: "cancelled_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_papers_releases_session_id",
                schema: "records",
                table: "papers_releases",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paragraphs_version_id_number",
                schema: "records",
                table: "paragraphs",
                columns: new[] { "version_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_placements_paragraph_id",
                schema: "records",
                table: "placements",
                column: "paragraph_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_version_id",
                schema: "records",
                table: "placements",
                column: "version_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_body_id",
                schema: "records",
                table: "posts",
                column: "body_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_delegate_id",
                schema: "records",
                table: "posts",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_posts_term_id",
                schema: "records",
                table: "posts",
                column: "term_id");

            migrationBuilder.CreateIndex(
                name: "ix_readings_delegate_id",
                schema: "records",
                table: "readings",
                column: "delegate_id");

            migrationBuilder.CreateIndex(
                name: "ix_response_revisions_opinion_id_ordinal",
                schema: "records",
                table: "response_revisions",
                columns: new[] { "opinion_id", "ordinal" });

            migrationBuilder.CreateIndex(
                name: "ix_responses_agency_id",
                schema: "records",
                table: "responses",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_responses_changed_paragraph_id",
                schema: "records",
                table: "responses",
                column: "changed_paragraph_id");

            migrationBuilder.CreateIndex(
                name: "ix_responses_changed_version_id",
                schema: "records",
                table: "responses",
                column: "changed_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_responses_handed_to_id",
                schema: "records",
                table: "responses",
                column: "handed_to_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_body_id_term_id_ordinal",
                schema: "records",
                table: "sessions",
                columns: new[] { "body_id", "term_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_slug",
                schema: "records",
                table: "sessions",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_term_id",
                schema: "records",
                table: "sessions",
                column: "term_id");

            migrationBuilder.CreateIndex(
                name: "ix_sittings_session_id",
                schema: "records",
                table: "sittings",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_stated_counts_category_id",
                schema: "records",
                table: "stated_counts",
                column: "category_id");

            migrationBuilder.CreateIndex(
                name: "ix_stated_counts_session_id_category_id",
                schema: "records",
                table: "stated_counts",
                columns: new[] { "session_id", "category_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_summary_lines_allowed_recorded_by_id",
                schema: "records",
                table: "summary_lines",
                column: "allowed_recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_summary_lines_item_id",
                schema: "records",
                table: "summary_lines",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_summary_lines_opinion_id",
                schema: "records",
                table: "summary_lines",
                column: "opinion_id");

            migrationBuilder.CreateIndex(
                name: "ix_summary_lines_summary_id_opinion_id",
                schema: "records",
                table: "summary_lines",
                columns: new[] { "summary_id", "opinion_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_extensions_task_id_ordinal",
                schema: "records",
                table: "task_extensions",
                columns: new[] { "task_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_task_report_evidence_sha256",
                schema: "records",
                table: "task_reports",
                column: "evidence_sha256");

            migrationBuilder.CreateIndex(
                name: "ix_task_reports_agency_id",
                schema: "records",
                table: "task_reports",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_task_reports_task_id",
                schema: "records",
                table: "task_reports",
                column: "task_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_directive_id",
                schema: "records",
                table: "tasks",
                column: "directive_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_due_on_id",
                schema: "records",
                table: "tasks",
                columns: new[] { "due_on", "id" },
                filter: "done_on IS NULL AND removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_lead_agency_id",
                schema: "records",
                table: "tasks",
                column: "lead_agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_tasks_session_id_number",
                schema: "records",
                table: "tasks",
                columns: new[] { "session_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_terms_committee_id",
                schema: "records",
                table: "terms",
                column: "committee_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                schema: "identity",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                schema: "identity",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                schema: "identity",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_users_agency_id",
                schema: "identity",
                table: "users",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                schema: "identity",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.Sql(GuardTriggers.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agenda_looks",
                schema: "records");

            migrationBuilder.DropTable(
                name: "agenda_version_items",
                schema: "records");

            migrationBuilder.DropTable(
                name: "agenda_version_papers",
                schema: "records");

            migrationBuilder.DropTable(
                name: "attendances",
                schema: "records");

            migrationBuilder.DropTable(
                name: "carried_papers",
                schema: "records");

            migrationBuilder.DropTable(
                name: "change_reasons",
                schema: "records");

            migrationBuilder.DropTable(
                name: "counting_rules",
                schema: "records");

            migrationBuilder.DropTable(
                name: "data_protection_keys",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "draft_notes",
                schema: "records");

            migrationBuilder.DropTable(
                name: "edition_pdfs",
                schema: "jobs");

            migrationBuilder.DropTable(
                name: "entries",
                schema: "audit");

            migrationBuilder.DropTable(
                name: "entries",
                schema: "search");

            migrationBuilder.DropTable(
                name: "follow_up_reports",
                schema: "records");

            migrationBuilder.DropTable(
                name: "imports",
                schema: "jobs");

            migrationBuilder.DropTable(
                name: "indicators",
                schema: "records");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "records");

            migrationBuilder.DropTable(
                name: "mails",
                schema: "jobs");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "jobs");

            migrationBuilder.DropTable(
                name: "opinion_revisions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "papers_releases",
                schema: "records");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "records");

            migrationBuilder.DropTable(
                name: "posts",
                schema: "records");

            migrationBuilder.DropTable(
                name: "readings",
                schema: "records");

            migrationBuilder.DropTable(
                name: "response_ledgers",
                schema: "records");

            migrationBuilder.DropTable(
                name: "response_revisions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "stated_counts",
                schema: "records");

            migrationBuilder.DropTable(
                name: "summary_lines",
                schema: "records");

            migrationBuilder.DropTable(
                name: "task_extensions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "task_reports",
                schema: "records");

            migrationBuilder.DropTable(
                name: "user_claims",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "user_logins",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "user_tokens",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "agenda_versions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "sittings",
                schema: "records");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "jobs");

            migrationBuilder.DropTable(
                name: "responses",
                schema: "records");

            migrationBuilder.DropTable(
                name: "opinion_summaries",
                schema: "records");

            migrationBuilder.DropTable(
                name: "tasks",
                schema: "records");

            migrationBuilder.DropTable(
                name: "users",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "opinions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "directives",
                schema: "records");

            migrationBuilder.DropTable(
                name: "discussion_groups",
                schema: "records");

            migrationBuilder.DropTable(
                name: "paragraphs",
                schema: "records");

            migrationBuilder.DropTable(
                name: "conclusions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "delegates",
                schema: "records");

            migrationBuilder.DropTable(
                name: "draft_versions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "drafts",
                schema: "records");

            migrationBuilder.DropTable(
                name: "files",
                schema: "records");

            migrationBuilder.DropTable(
                name: "agenda_items",
                schema: "records");

            migrationBuilder.DropTable(
                name: "agencies",
                schema: "records");

            migrationBuilder.DropTable(
                name: "agenda_categories",
                schema: "records");

            migrationBuilder.DropTable(
                name: "matters",
                schema: "records");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "records");

            migrationBuilder.DropTable(
                name: "bodies",
                schema: "records");

            migrationBuilder.DropTable(
                name: "terms",
                schema: "records");

            migrationBuilder.DropTable(
                name: "committees",
                schema: "records");
        }
    }
}
