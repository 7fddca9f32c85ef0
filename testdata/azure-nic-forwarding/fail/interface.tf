resource "azurerm_network_interface" "ehr" {
  name                  = "ehr"
  resource_group_name   = "clinic"
  location              = "eastus2"
  ip_forwarding_enabled = true # expect: fail
}

resource "azurerm_network_interface" "portal" {
  name                 = "portal"
  resource_group_name  = "clinic"
  location             = "eastus2"
  enable_ip_forwarding = true # expect: fail
}
