resource "azurerm_cdn_frontdoor_custom_domain" "portal" {
  name                     = "portal"
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.portal.id
  host_name                = "portal.clinic.example"

  tls {
    certificate_type    = "ManagedCertificate"
    minimum_tls_version = "TLS10" # expect: fail
  }
}

resource "azurerm_cdn_endpoint_custom_domain" "letters" {
  name            = "letters"
  cdn_endpoint_id = azurerm_cdn_endpoint.letters.id
  host_name       = "letters.clinic.example"

  cdn_managed_https {
    certificate_type = "Dedicated"
    protocol_type    = "ServerNameIndication"
    tls_version      = "TLS10" # expect: fail
  }
}
