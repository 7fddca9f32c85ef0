variable "certificates" {}

resource "azurerm_linux_web_app" "exchange" {
  resource_group_name        = "clinic"
  location                   = "eastus2"
  name                       = "clinic-exchange"
  service_plan_id            = azurerm_service_plan.clinic.id
  client_certificate_enabled = var.certificates # expect: open
}
