using ConferenceRecords.Domain.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace ConferenceRecords.Web.Hosting;

/// <summary>The door for text: every string that a form brings is brought to NFC and freed of look-alikes, once, before validation.</summary>
internal sealed class CleanTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && !context.Metadata.IsComplexType && context.BindingInfo.BindingSource?.IsGreedy != true
            ? new CleanTextBinder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;

    private sealed class CleanTextBinder(IModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);

            // A password is compared by its characters as typed, in NFC like everything else but otherwise untouched.
            if (bindingContext.Result is { IsModelSet: true, Model: string text })
            {
                var isSecret = bindingContext.ModelMetadata.DataTypeName == nameof(System.ComponentModel.DataAnnotations.DataType.Password);
                bindingContext.Result = ModelBindingResult.Success(isSecret ? Secret(text) : VietnameseText.Clean(text));
            }
        }

        private static string Secret(string text)
        {
            try
            {
                return text.Normalize();
            }
            catch (ArgumentException)
            {
                // Not Unicode, and so in no normal form: compared as it came, it is a wrong password like any other.
                return text;
            }
        }
    }
}
