resource "azurerm_kubernetes_cluster" "clinic" { # expect: fail
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"
}

resource "azurerm_kubernetes_cluster" "imaging" {
  name                = "imaging"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"

  api_server_access_profile {
    authorized_ip_ranges = ["0.0.0.0/0"] # expect: fail
  }
}
