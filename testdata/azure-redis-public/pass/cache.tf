resource "azurerm_redis_cache" "results" {
  name                          = "clinic-results"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  capacity                      = 1
  family                        = "C"
  sku_name                      = "Standard"
  public_network_access_enabled = false
}

resource "azurerm_redis_cache" "sessions" {
  name                = "clinic-sessions"
  resource_group_name = "clinic"
  location            = "eastus2"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}

resource "azurerm_redis_firewall_rule" "portal" {
  name                = "portal"
  resource_group_name = "clinic"
  redis_cache_name    = azurerm_redis_cache.sessions.name
  start_ip            = "203.0.113.8"
  end_ip              = "203.0.113.15"
}
