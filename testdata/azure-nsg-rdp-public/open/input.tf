variable "source" {}

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
  destination_port_range      = "3389"
  source_address_prefix       = var.source # expect: open
}
