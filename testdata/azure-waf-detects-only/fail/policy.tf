resource "azurerm_web_application_firewall_policy" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"

  policy_settings {
    mode = "Detection" # expect: fail
  }
}

resource "azurerm_cdn_frontdoor_firewall_policy" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  sku_name            = "Premium_AzureFrontDoor"
  enabled             = false # expect: fail
  mode                = "Prevention"
}
