resource "azurerm_subnet" "data" { # expect: fail
  name                 = "data"
  resource_group_name  = "clinic"
  virtual_network_name = "clinic"
  address_prefixes     = ["10.20.1.0/24"]
}
