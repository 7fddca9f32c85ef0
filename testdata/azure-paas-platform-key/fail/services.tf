resource "azurerm_servicebus_namespace" "intake" { # expect: fail
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "Premium"
}

resource "azurerm_databricks_workspace" "research" { # expect: fail
  name                = "research"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "premium"
}
