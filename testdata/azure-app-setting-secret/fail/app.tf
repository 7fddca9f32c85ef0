resource "azurerm_linux_web_app" "portal" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id
  app_settings = {
    REGION      = "eastus2"
    SMS_API_KEY = "k8f0sQ2lP9zXw7Tt" # expect: fail
  }
}
