resource "azurerm_subnet" "data" {
  name                 = "data"
  resource_group_name  = "clinic"
  virtual_network_name = "clinic"
  address_prefixes     = ["10.20.1.0/24"]
}

resource "azurerm_subnet_network_security_group_association" "data" {
  subnet_id                 = azurerm_subnet.data.id
  network_security_group_id = azurerm_network_security_group.data.id
}
