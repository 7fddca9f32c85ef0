resource "azurerm_network_security_group" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"

  security_rule {
    name                       = "desktop"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["443", "3389"]
    source_address_prefix      = "0.0.0.0/0" # expect: fail
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "desktop" {
  name                        = "desktop"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "3000-4000"
  source_address_prefix       = "Internet" # expect: fail
}
