resource "azurerm_virtual_network" "clinic" { # expect: fail
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  address_space       = ["10.20.0.0/16"]
}
