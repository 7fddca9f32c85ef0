variable "http" {}

resource "azurerm_cdn_endpoint" "letters" {
  name                = "clinic-letters"
  resource_group_name = "clinic"
  location            = "eastus2"
  profile_name        = azurerm_cdn_profile.clinic.name
  is_http_allowed     = var.http # expect: open
}
