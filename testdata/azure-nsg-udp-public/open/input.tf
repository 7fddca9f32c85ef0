variable "source" {}

resource "azurerm_network_security_rule" "lookups" {
  name                        = "lookups"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  protocol                    = "Udp"
  destination_port_range      = "53"
  source_address_prefix       = var.source # expect: open
}
