resource "azurerm_network_security_group" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"

  security_rule {
    name                       = "ssh"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "22"
    source_address_prefix      = "*" # expect: fail
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "ssh" {
  name                        = "ssh"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_ranges     = ["443", "20-30"]
  source_address_prefix       = "Internet" # expect: fail
}

resource "azurerm_network_security_rule" "tools" {
  name                        = "tools"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  protocol                    = "*"
  destination_port_range      = 22
  source_address_prefixes     = ["10.1.0.0/16", "0.0.0.0/0"] # expect: fail
}
