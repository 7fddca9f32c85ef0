resource "azapi_resource" "records" {
  type      = "Microsoft.Storage/storageAccounts@2023-05-01"
  name      = "stclinicrecords"
  parent_id = "/subscriptions/0/resourceGroups/rg-clinic"
  location  = "westeurope"

  body = {
    kind = "StorageV2"
    sku  = { name = "Standard_GRS" }
    properties = {
      supportsHttpsTrafficOnly = false # expect: fail
    }
  }
}

resource "azapi_resource" "letters" {
  type      = "Microsoft.Storage/storageAccounts@2023-05-01"
  name      = "stclinicletters"
  parent_id = "/subscriptions/0/resourceGroups/rg-clinic"

  body = jsonencode({
    properties = {
      supportsHttpsTrafficOnly = false # expect: fail
    }
  })
}
