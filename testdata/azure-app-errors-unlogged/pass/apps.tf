resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id

  logs {
    failed_request_tracing  = true
    detailed_error_messages = true
  }
}
