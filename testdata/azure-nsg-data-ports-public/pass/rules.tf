resource "azurerm_network_security_rule" "sql" {
  name                        = "sql"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "1433"
  source_address_prefix       = "10.20.2.0/24"
}

resource "azurerm_network_security_rule" "web" {
  name                        = "web"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_ranges     = ["443"]
  source_address_prefix       = "*"
}
