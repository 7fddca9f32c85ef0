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
    source_address_prefix      = "203.0.113.0/28"
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "web"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "denied" {
  name                        = "denied"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  access                      = "Deny"
  destination_port_range      = "22"
  source_address_prefix       = "*"
}

resource "azurerm_network_security_rule" "outbound" {
  name                        = "outbound"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  direction                   = "Outbound"
  destination_port_range      = "22"
  source_address_prefix       = "*"
}
