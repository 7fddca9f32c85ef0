resource "azurerm_network_security_group" "data" {
  name                = "data"
  resource_group_name = "clinic"
  location            = "eastus2"

  security_rule {
    name                       = "sql"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "1433"
    source_address_prefix      = "Internet" # expect: fail
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "dicom" {
  name                        = "dicom"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_ranges     = ["11112"]
  source_address_prefix       = "*" # expect: fail
}

resource "azurerm_network_security_rule" "wide" {
  name                        = "wide"
  resource_group_name         = "clinic"
  network_security_group_name = azurerm_network_security_group.clinic.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "5000-6000"
  source_address_prefix       = "*" # expect: fail
}
