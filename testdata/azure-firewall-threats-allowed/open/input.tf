variable "mode" {}

resource "azurerm_firewall" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  threat_intel_mode   = var.mode # expect: open
}
