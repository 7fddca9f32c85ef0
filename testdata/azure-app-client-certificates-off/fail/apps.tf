resource "azurerm_linux_web_app" "exchange" { # expect: fail
  resource_group_name = "clinic"
  location            = "eastus2"
  name                = "clinic-exchange"
  service_plan_id     = azurerm_service_plan.clinic.id
}

resource "azurerm_linux_web_app" "intake" {
  resource_group_name        = "clinic"
  location                   = "eastus2"
  name                       = "clinic-intake"
  service_plan_id            = azurerm_service_plan.clinic.id
  client_certificate_enabled = false # expect: fail
}
