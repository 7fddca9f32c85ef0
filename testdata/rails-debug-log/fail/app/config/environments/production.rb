Rails.application.configure do
  config.log_level = :debug # expect: fail
end
