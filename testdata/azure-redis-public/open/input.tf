variable "public" {}

resource "azurerm_redis_cache" "sessions" {
  name                          = "clinic-sessions"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  capacity                      = 1
  family                        = "C"
  sku_name                      = "Standard"
  public_network_access_enabled = var.public # expect: open
}
