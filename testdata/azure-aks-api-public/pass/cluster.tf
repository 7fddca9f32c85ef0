resource "azurerm_kubernetes_cluster" "clinic" {
  name                    = "clinic"
  resource_group_name     = "clinic"
  location                = "eastus2"
  dns_prefix              = "clinic"
  private_cluster_enabled = true
}

resource "azurerm_kubernetes_cluster" "imaging" {
  name                = "imaging"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"

  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.0/28"]
  }
}

resource "azurerm_kubernetes_cluster" "portal" {
  name                            = "portal"
  resource_group_name             = "clinic"
  location                        = "eastus2"
  dns_prefix                      = "clinic"
  api_server_authorized_ip_ranges = ["203.0.113.0/28"]
}
