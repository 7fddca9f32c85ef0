resource "azurerm_web_application_firewall_policy" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"

  policy_settings {
    enabled = true
    mode    = "Prevention"
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  sku_name            = "Premium_AzureFrontDoor"
  mode                = "Prevention"
}
