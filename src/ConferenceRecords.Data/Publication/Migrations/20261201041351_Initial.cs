using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ConferenceRecords.Data.Publication.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "publication");

            migrationBuilder.CreateSequence(
                name: "passage_ids",
                schema: "publication");

            migrationBuilder.CreateTable(
                name: "editions",
                schema: "publication",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bundle = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "withdrawals",
                schema: "publication",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    through = table.Column<int>(type: "integer", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_withdrawals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "words",
                schema: "publication",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false),
                    near = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_words", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "edition_facts",
                schema: "publication",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_title = table.Column<string>(type: "text", nullable: false),
                    term_label = table.Column<string>(type: "text", nullable: false),
                    term_start = table.Column<int>(type: "integer", nullable: false),
                    term_end = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: true),
                    document_title = table.Column<string>(type: "text", nullable: true),
                    symbol = table.Column<string>(type: "text", nullable: true),
                    symbol_key = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_edition_facts", x => x.edition_id);
                    table.ForeignKey(
                        name: "fk_edition_facts_editions_edition_id",
                        column: x => x.edition_id,
                        principalSchema: "publication",
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "files",
                schema: "publication",
                columns: table => new
                {
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    media_type = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => new { x.edition_id, x.name });
                    table.CheckConstraint("ck_files_sha256", "sha256 = sha256(content)");
                    table.ForeignKey(
                        name: "fk_files_editions_edition_id",
                        column: x => x.edition_id,
                        principalSchema: "publication",
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passages",
                schema: "publication",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_illustrative = table.Column<bool>(type: "boolean", nullable: false),
                    terms = table.Column<long[]>(type: "bigint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passages", x => x.id);
                    table.ForeignKey(
                        name: "fk_passages_editions_edition_id",
                        column: x => x.edition_id,
                        principalSchema: "publication",
                        principalTable: "editions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_edition_facts_ordinal",
                schema: "publication",
                table: "edition_facts",
                column: "ordinal");

            migrationBuilder.CreateIndex(
                name: "ix_edition_facts_symbol_key",
                schema: "publication",
                table: "edition_facts",
                column: "symbol_key");

            migrationBuilder.CreateIndex(
                name: "ix_editions_position",
                schema: "publication",
                table: "editions",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_session_id_kind_number",
                schema: "publication",
                table: "editions",
                columns: new[] { "session_id", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_editions_slug_kind_number",
                schema: "publication",
                table: "editions",
                columns: new[] { "slug", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_files_position",
                schema: "publication",
                table: "files",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passages_edition_id",
                schema: "publication",
                table: "passages",
                column: "edition_id");

            migrationBuilder.CreateIndex(
                name: "ix_passages_terms",
                schema: "publication",
                table: "passages",
                column: "terms")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.CreateIndex(
                name: "ix_withdrawals_position",
                schema: "publication",
                table: "withdrawals",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_withdrawals_session_id_kind_through",
                schema: "publication",
                table: "withdrawals",
                columns: new[] { "session_id", "kind", "through" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_withdrawals_slug_kind",
                schema: "publication",
                table: "withdrawals",
                columns: new[] { "slug", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_words_folded",
                schema: "publication",
                table: "words",
                column: "folded");

            migrationBuilder.CreateIndex(
                name: "ix_words_near",
                schema: "publication",
                table: "words",
                column: "near")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);

            migrationBuilder.Sql(PublicationTriggers.Create);
            migrationBuilder.Sql(PassageIndex.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "edition_facts",
                schema: "publication");

            migrationBuilder.DropTable(
                name: "files",
                schema: "publication");

            migrationBuilder.DropTable(
                name: "passages",
                schema: "publication");

            migrationBuilder.DropTable(
                name: "withdrawals",
                schema: "publication");

            migrationBuilder.DropTable(
                name: "words",
                schema: "publication");

            migrationBuilder.DropTable(
                name: "editions",
                schema: "publication");

            migrationBuilder.DropSequence(
                name: "passage_ids",
                schema: "publication");
        }
    }
}
