resource "azurerm_linux_function_app" "intake" {
  resource_group_name  = "clinic"
  location             = "eastus2"
  name                 = "clinic-intake"
  service_plan_id      = azurerm_service_plan.clinic.id
  storage_account_name = azurerm_storage_account.functions.name

  site_config {
    cors {
      allowed_origins = ["*"] # expect: fail
    }
  }
}
