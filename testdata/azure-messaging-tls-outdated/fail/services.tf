resource "azurerm_servicebus_namespace" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
  minimum_tls_version = "1.0" # expect: fail
}

resource "azurerm_eventhub_namespace" "claims" {
  name                = "clinic-claims"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Standard"
  minimum_tls_version = "1.1" # expect: fail
}
