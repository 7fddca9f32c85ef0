variable "public" {}

resource "azurerm_linux_web_app" "portal" {
  resource_group_name           = "clinic"
  location                      = "eastus2"
  name                          = "clinic-portal"
  service_plan_id               = azurerm_service_plan.clinic.id
  public_network_access_enabled = var.public # expect: open
}
