variable "mode" {}

resource "azurerm_cdn_frontdoor_firewall_policy" "intake" {
  name                = "intake"
  resource_group_name = "clinic"
  sku_name            = "Premium_AzureFrontDoor"
  mode                = var.mode # expect: open
}
