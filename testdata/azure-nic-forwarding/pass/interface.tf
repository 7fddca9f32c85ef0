resource "azurerm_network_interface" "ehr" {
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_network_interface" "portal" {
  name                  = "portal"
  resource_group_name   = "clinic"
  location              = "eastus2"
  ip_forwarding_enabled = false
}
