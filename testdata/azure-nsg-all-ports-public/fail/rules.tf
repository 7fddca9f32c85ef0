resource "azurerm_network_security_group" "data" {
  name                = "data"
  resource_group_name = "clinic"
  location            = "eastus2"

  security_rule {
    name                       = "all"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*" # expect: fail
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "all" {
  name                        = "all"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_ranges     = ["0-65535"]
  source_address_prefix       = "Internet" # expect: fail
}

resource "azurerm_network_security_rule" "nearly" {
  name                        = "nearly"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_ranges     = ["1024-65535"]
  source_address_prefix       = "Internet" # expect: fail
}
