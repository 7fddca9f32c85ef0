Devise.setup do |config|
  config.timeout_in = 15.minutes
end
