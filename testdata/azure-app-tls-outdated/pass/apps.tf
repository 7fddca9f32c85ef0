resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id

  site_config {
    minimum_tls_version = "1.3"
  }
}

resource "azurerm_windows_function_app" "intake" {
  resource_group_name  = "clinic"
  location             = "eastus2"
  name                 = "clinic-intake"
  service_plan_id      = azurerm_service_plan.clinic.id
  storage_account_name = azurerm_storage_account.functions.name
  site_config {}
}
