resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id
  app_settings = {
    REGION      = "eastus2"
    SMS_API_KEY = "@Microsoft.KeyVault(SecretUri=https://clinic.vault.azure.net/secrets/sms/)"
    SMS_TOKEN   = azurerm_key_vault_secret.sms.value
  }
}
