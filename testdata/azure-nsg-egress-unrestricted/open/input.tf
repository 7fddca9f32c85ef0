variable "destination" {}

resource "azurerm_network_security_rule" "out" {
  name                        = "out"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  direction                   = "Outbound"
  source_address_prefix       = "*"
  destination_address_prefix  = var.destination # expect: open
  destination_port_range      = "*"
}
