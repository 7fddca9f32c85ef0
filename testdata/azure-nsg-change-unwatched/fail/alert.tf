resource "azurerm_network_security_group" "clinic" { # expect: fail
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
}
