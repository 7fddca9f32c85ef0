resource "azurerm_linux_web_app" "portal" { # expect: fail
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-portal"
  service_plan_id     = azurerm_service_plan.clinic.id
}

resource "azurerm_linux_web_app" "forms" {
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-forms"
  service_plan_id     = azurerm_service_plan.clinic.id

  auth_settings {
    enabled = false # expect: fail
  }
}
