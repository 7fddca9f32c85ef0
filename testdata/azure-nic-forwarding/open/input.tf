variable "forward" {}

resource "azurerm_network_interface" "ehr" {
  name                  = "ehr"
  resource_group_name   = "clinic"
  location              = "eastus2"
  ip_forwarding_enabled = var.forward # expect: open
}
