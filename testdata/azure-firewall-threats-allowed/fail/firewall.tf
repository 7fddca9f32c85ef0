resource "azurerm_firewall" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  threat_intel_mode   = "Off" # expect: fail
}

resource "azurerm_firewall_policy" "clinic" { # expect: fail
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
}
