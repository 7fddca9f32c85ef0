resource "azurerm_frontdoor" "portal" {
  name                = "clinic-portal"
  resource_group_name = "clinic"

  frontend_endpoint { # expect: fail
    name      = "portal"
    host_name = "clinic-portal.azurefd.net"
  }
}
