resource "azurerm_network_interface" "ehr" {
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"

  ip_configuration {
    name                          = "internal"
    subnet_id                     = azurerm_subnet.data.id
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = azurerm_public_ip.ehr.id # expect: fail
  }
}

resource "azurerm_public_ip" "ehr" {
  name                = "ehr"
  resource_group_name = "clinic"
  location            = "eastus2"
  allocation_method   = "Static"
}
