resource "azurerm_linux_web_app" "portal" { # expect: fail
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id
}
