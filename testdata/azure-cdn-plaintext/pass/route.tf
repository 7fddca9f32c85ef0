resource "azurerm_cdn_frontdoor_route" "portal" {
  name                          = "portal"
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.portal.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.portal.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.portal.id]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Http", "Https"]
}

resource "azurerm_cdn_frontdoor_route" "intake" {
  name                          = "intake"
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.portal.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.portal.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.portal.id]
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Https"]
  https_redirect_enabled        = false
}

resource "azurerm_cdn_endpoint" "letters" {
  name                = "clinic-letters"
  resource_group_name = "clinic"
  location            = "eastus2"
  profile_name        = azurerm_cdn_profile.clinic.name
  is_http_allowed     = false
}

resource "azurerm_cdn_endpoint" "forms" {
  name                = "clinic-forms"
  resource_group_name = "clinic"
  location            = "eastus2"
  profile_name        = azurerm_cdn_profile.clinic.name

  delivery_rule {
    name  = "https"
    order = 1

    request_scheme_condition {
      operator     = "Equal"
      match_values = ["HTTP"]
    }

    url_redirect_action {
      redirect_type = "PermanentRedirect"
      protocol      = "Https"
    }
  }
}
