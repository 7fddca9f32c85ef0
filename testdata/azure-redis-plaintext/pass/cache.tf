resource "azurerm_redis_cache" "sessions" {
  name                = "clinic-sessions"
  resource_group_name = "clinic"
  location            = "eastus2"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}

resource "azurerm_redis_cache" "results" {
  name                 = "clinic-results"
  resource_group_name  = "clinic"
  location             = "eastus2"
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = false
}
