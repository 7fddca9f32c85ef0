resource "azurerm_cdn_frontdoor_profile" "portal" { # expect: fail
  name                = "portal"
  resource_group_name = "clinic"
  sku_name            = "Premium_AzureFrontDoor"
}
