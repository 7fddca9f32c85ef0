resource "azurerm_application_gateway" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  location            = "eastus2"

  http_listener {
    name                           = "web"
    frontend_ip_configuration_name = "public"
    frontend_port_name             = "http"
    protocol                       = "Http" # expect: fail
  }
}
