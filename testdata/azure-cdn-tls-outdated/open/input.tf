variable "tls" {}

resource "azurerm_cdn_frontdoor_custom_domain" "portal" {
  name                     = "portal"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.portal.id
  host_name                = "portal.clinic.example"

  tls {
    minimum_version = var.tls # expect: open
  }
}
