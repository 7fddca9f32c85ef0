resource "azurerm_firewall_policy" "clinic" {
  name                     = "clinic"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  threat_intelligence_mode = "Deny"
}

resource "azurerm_firewall" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku_name            = "AZFW_VNet"
  sku_tier            = "Standard"
  firewall_policy_id  = azurerm_firewall_policy.clinic.id
}
