using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ConferenceRecords.Data.Records;

/// <summary>What holds for every table: keys come from the application, enumerations are stored by name, text is NFC, <c>Version</c> is <c>xmin</c>.</summary>
internal static class ModelConventions
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(e => e.ClrType.Namespace!.StartsWith("ConferenceRecords.", StringComparison.Ordinal)))
        {
            foreach (var key in entity.FindPrimaryKey()!.Properties) key.ValueGenerated = ValueGenerated.Never;
            if (entity.FindProperty("Version") is { ClrType: var type } && type == typeof(uint))
                builder.Entity(entity.ClrType).Property("Version").IsRowVersion();
            foreach (var property in entity.GetProperties().ToList())
            {
                if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
                {
                    property.SetProviderClrType(typeof(string));
                    property.SetMaxLength(30);
                }
                if (property.ClrType == typeof(string) && property.GetColumnType() != "jsonb") RequireNfc(entity, property);
            }
        }
    }

    private static void RequireNfc(IMutableEntityType entity, IMutableProperty property)
    {
        var column = property.GetColumnName();
        entity.AddCheckConstraint($"ck_{entity.GetTableName()}_{column}_nfc", $"{column} IS NFC NORMALIZED");
    }
}
