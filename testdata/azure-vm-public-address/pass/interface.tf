resource "azurerm_network_interface" "ehr" {
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = azurerm_subnet.data.id
    private_ip_address_allocation = "Dynamic"
  }
}
